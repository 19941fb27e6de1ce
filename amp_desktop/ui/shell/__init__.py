"""The frame: window, workspace, commands, navigation, what happens at start, idle and close."""
