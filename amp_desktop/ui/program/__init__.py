"""The program in the window: its set-up, its days, its evaluations, and how they are called."""
