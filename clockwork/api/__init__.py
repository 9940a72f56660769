"""The HTTP contract: one blueprint a noun, each handler decodes, authorises, calls, encodes."""
