"""How large the image is, and what of."""

MEGABYTE = 1_000_000
LARGEST_UNPACKED = 40 * MEGABYTE
LARGEST_COMPRESSED = 14.5 * MEGABYTE


def in_megabytes(size: float) -> str:
    return f"{size / MEGABYTE:.2f} MB"


def test_it_is_small(image, figure):
    unpacked = sum(len(layer.content) for layer in image.layers)
    compressed = sum(layer.compressed_size for layer in image.layers)

    figure("unpacked, as `podman images` shows it", in_megabytes(unpacked), "under 40 MB")
    figure("compressed", in_megabytes(compressed), "under 14.5 MB")
    for layer in image.layers:
        compressed_layer = in_megabytes(layer.compressed_size)
        figure(f"  layer {layer.name}", in_megabytes(layer.unpacked_size), f"{compressed_layer} gz")
    assert unpacked < LARGEST_UNPACKED
    assert compressed < LARGEST_COMPRESSED


def test_the_largest_files_are_known(image, figure):
    largest = sorted(image.entries.items(), key=lambda item: -item[1].size)[:20]

    for path, entry in largest:
        figure(f"  {path.removeprefix('/nix/store/')[33:] or path}", in_megabytes(entry.size))
    assert len(largest) == 20
