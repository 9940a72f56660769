"""What surrounds the API: the page's files, health, who may ask, the request log."""
