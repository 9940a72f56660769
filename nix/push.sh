# Usage: push.sh REGISTRY/NAME ARCHIVE…
# Pushes images as one: an index, under the tag that their archives have, with an image for each
# system. Prints the index, then each image, by digest, with the bytes that its layers take there.
#
# The images go as they are, in Docker's form: OCI's has no place for their health check.
set -eu
repository=$1
shift

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/index"
export list=application/vnd.docker.distribution.manifest.list.v2+json

for archive; do
  archive=$(realpath "$archive")
  tag=$(skopeo list-tags "docker-archive:$archive" | jq --raw-output '.Tags[0] | split(":")[1]')
  skopeo --insecure-policy copy --quiet --dest-compress --dest-compress-format=gzip \
    --dest-compress-level=9 "docker-archive:$archive" "dir:$work/image"
  cd "$work/image"
  digest=$(sha256sum manifest.json | cut -c -64)
  jq --arg digest "sha256:$digest" --argjson size "$(wc -c < manifest.json)" \
    --slurpfile config "$(jq --raw-output '.config.digest[7:]' manifest.json)" \
    '{mediaType, $digest, $size, platform: ($config[0] | {architecture, os}),
      bytes: [.layers[].size] | add}' manifest.json >> "$work/images.json"
  mv manifest.json "$digest.manifest.json"
  mv -- * "$work/index"
  cd "$work"
done

jq --slurp '{schemaVersion: 2, mediaType: env.list, manifests: map(del(.bytes))}' images.json \
  > index/manifest.json
skopeo --insecure-policy copy --quiet --all --preserve-digests dir:index "docker://$repository:$tag"

echo "index $repository@sha256:$(sha256sum index/manifest.json | cut -c -64)"
jq --raw-output --arg repository "$repository" \
  '"\(.platform.architecture) \($repository)@\(.digest) \(.bytes)"' images.json
