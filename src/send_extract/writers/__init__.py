"""Writers: one file a format, one table: format to function."""
