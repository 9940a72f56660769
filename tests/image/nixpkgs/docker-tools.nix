# dockerTools.buildLayeredImage with the arguments that Clockwork's image takes, and no others.
{
  closureInfo,
  fakeroot,
  python313,
  runCommand,
  system,
}:
{
  name,
  tag,
  contents,
  config,
  maxLayers,
  fakeRootCommands,
  compressor,
}:
assert compressor == "none";
let
  # `contents` linked into one tree, then whatever fakeRootCommands does to it, as one layer.
  links =
    runCommand "${name}-customisation-layer"
      {
        inherit contents fakeRootCommands;
        nativeBuildInputs = [ fakeroot ];
      }
      ''
        mkdir $out root
        for content in $contents; do
          (cd "$content" && find . -type d) | (cd root && xargs mkdir -p)
          (cd "$content" && find . -type f) | while read -r file; do
            ln -s "$content/''${file#./}" "root/$file"
          done
          (cd "$content" && find . -type l) | while read -r link; do
            ln -s "$(readlink "$content/$link")" "root/$link"
          done
        done
        cd root
        IFS=: read -r key daemon < <(faked-sysv)
        trap 'kill $daemon' EXIT
        FAKEROOTDONTTRYCHOWN=1 FAKEROOTKEY=$key LD_PRELOAD=${fakeroot}/lib/libfakeroot-sysv.so bash -e -c '
          eval "$fakeRootCommands"
          tar --sort=name --numeric-owner --mtime=@$SOURCE_DATE_EPOCH -cf $out/layer.tar .
        '
      '';

  image = builtins.toFile "image.json" (
    builtins.unsafeDiscardStringContext (
      builtins.toJSON {
        inherit config maxLayers;
        repoTag = "${name}:${tag}";
        architecture = if system == "aarch64-linux" then "arm64" else "amd64";
      }
    )
  );
  configuration = runCommand "${name}-config.json" {
    config = builtins.toJSON config;
    passAsFile = [
      "buildCommand"
      "config"
    ];
  } "cp $configPath $out";
in
runCommand "${name}.tar" {
  exportReferencesGraph = [
    "graph"
    links
    "config-graph"
    configuration
  ];
  nativeBuildInputs = [ python313 ];
} "python3 ${./layers.py} ${image} ${links} ${configuration} > $out"
