"""The window: Qt pages over the journal. Views know domain types; presenters know the journal."""
