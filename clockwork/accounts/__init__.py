"""People, and how they prove who they are. Free of Flask."""
