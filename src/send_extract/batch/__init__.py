"""Many drafts, one outcome each: where files are read and written."""
