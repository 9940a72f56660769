# `nix run .#push -- REGISTRY/NAME [ARCHIVE…]`: this system's image, or those that were built on
# several, as one.
{
  image,
  jq,
  skopeo,
  writeShellScriptBin,
}:
writeShellScriptBin "push" ''
  [ $# -gt 1 ] || set -- "$@" ${image}
  PATH=${skopeo}/bin:${jq}/bin:$PATH exec sh ${./push.sh} "$@"
''
