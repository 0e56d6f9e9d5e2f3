"""Many drafts as one dataset: read on one machine or a cluster, every source accounted for, kept to be asked."""
