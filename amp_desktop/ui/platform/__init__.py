"""What Qt and the desktop give: jobs, dialogs, clipboard, errors, settings."""
