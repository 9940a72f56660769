# nixpkgs' python313 from Debian's files: split over many store paths, absolute rpaths, a small
# program with a shared libpython, and in it the references that nixpkgs' own has.
{
  bash,
  debian,
  glibc,
  libraries,
  runCommand,
  tools,
}:
let
  python = runCommand "python3-3.13" {
    inherit bash debian glibc libraries tools;
  } "source ${./python.sh}";

  # Debian's pip looks for certificates where no sandbox has them, nixpkgs' where OpenSSL does.
  withPip = runCommand "python3-3.13-env" { } ''
    mkdir -p $out/bin $out/lib
    ${python}/bin/python3 -m zipfile -e ${debian}/usr/share/python-wheels/pip-*.whl $out/lib
    sed -i "s|'/etc/ssl/certs/ca-certificates.crt'|__import__('os').environ['NIX_SSL_CERT_FILE']|" \
      $out/lib/pip/_vendor/certifi/core.py
    printf '#!%s\nPYTHONPATH=%s exec %s "$@"\n' ${bash}/bin/bash $out/lib ${python}/bin/python3 \
      > $out/bin/python3
    chmod +x $out/bin/python3
  '';
in
python
// {
  withPackages =
    select:
    if select { pip = "pip"; } == [ "pip" ] then withPip else throw "the stand-in's Python has pip only";
}
