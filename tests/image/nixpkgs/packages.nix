# What nixpkgs gives for one system, laid out as nixpkgs lays it out: a store path for each library,
# absolute rpaths, a Python with a shared libpython that names a shell and a toolchain, and builders
# that see nothing but their declared inputs and stdenv's own tools.
{
  debian,
  lib,
  system,
}:
let
  # nixpkgs has an upstream's version in a name; these are of Debian's packages.
  versions = builtins.mapAttrs (_: package: (lib.importJSON "${debian}/versions.json").${package}) {
    bzip2 = "libbz2-1.0";
    expat = "libexpat1";
    glibc = "libc6";
    libffi = "libffi8";
    nss-cacert = "ca-certificates";
    openssl = "libssl3t64";
    sqlite = "libsqlite3-0";
    util-linux = "libuuid1";
    xz = "liblzma5";
    zlib = "zlib1g";
    zstd = "libzstd1";
  };

  # A store path with some of Debian's programs and libraries, patched to find each other there.
  package =
    name: contents:
    derivation (
      {
        inherit system debian;
        name = if versions ? ${name} then "${name}-${versions.${name}}" else name;
        builder = "${debian}/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2";
        args = [
          "--library-path"
          "${debian}/usr/lib/x86_64-linux-gnu"
          "${debian}/usr/bin/bash"
          "-e"
          ./package.sh
        ];
        programs = "";
        libraries = "";
        inputs = "";
        glibc = if name == "glibc" then "" else glibc;
      }
      // contents
    );

  glibc = package "glibc" {
    libraries = "ld-linux-x86-64.so.2 libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libresolv.so.2 libutil.so.1 libgcc_s.so.1";
  };
  gccLibraries = package "gcc-lib" { libraries = "libstdc++.so.6 libgcc_s.so.1"; };
  bash = package "bash" {
    programs = "bash";
    libraries = "libtinfo.so.6";
  };
  bzip2 = package "bzip2" { libraries = "libbz2.so.1.0"; };
  expat = package "expat" { libraries = "libexpat.so.1"; };
  libffi = package "libffi" { libraries = "libffi.so.8"; };
  ncurses = package "ncurses" { libraries = "libncursesw.so.6 libtinfo.so.6 libpanelw.so.6"; };
  sqlite = package "sqlite" { libraries = "libsqlite3.so.0"; };
  utilLinux = package "util-linux" { libraries = "libuuid.so.1"; };
  xz = package "xz" { libraries = "liblzma.so.5"; };
  zlib = package "zlib" { libraries = "libz.so.1"; };
  zstd = package "zstd" { libraries = "libzstd.so.1"; };
  db = package "db" { libraries = "libdb-5.3.so"; };
  readline = package "readline" {
    libraries = "libreadline.so.8";
    inputs = [ ncurses ];
  };
  openssl = package "openssl" {
    libraries = "libcrypto.so.3 libssl.so.3";
    inputs = [
      zlib
      zstd
    ];
  };

  # stdenv's own tools: all that a builder sees without declaring anything.
  tools = package "stdenv-tools" {
    programs = "bash sh=bash [ basename cat chmod chown cksum cmp comm cp csplit cut date dd diff diff3 dirname du echo env expand expr false file find fold gawk awk=gawk grep gzip bzip2 head id install join link ln ls make md5sum mkdir mkfifo mktemp mv nl nproc od paste patch printenv printf pwd readlink realpath rm rmdir sdiff sed seq sha1sum sha256sum sha512sum shuf sleep sort split stat sum tac tail tar tee test timeout touch tr true truncate tsort uname unexpand uniq unlink wc xargs xz yes";
    libraries = "libacl.so.1 libattr.so.1 libselinux.so.1 libpcre2-8.so.0 libcap.so.2 libmpfr.so.6 libgmp.so.10 libsigsegv.so.2 libmagic.so.1 libtinfo.so.6 libreadline.so.8 libcrypto.so.3 libbz2.so.1.0 liblzma.so.5 libz.so.1 libzstd.so.1";
  };
  fakeroot = package "fakeroot" {
    programs = "faked-sysv";
    libraries = "libfakeroot/libfakeroot-sysv.so";
    inputs = [ gccLibraries ];
  };

  python313 = import ./python.nix {
    inherit
      bash
      debian
      glibc
      runCommand
      tools
      ;
    libraries = [
      bzip2
      db
      expat
      libffi
      ncurses
      openssl
      readline
      sqlite
      utilLinux
      xz
      zlib
    ];
  };

  # As in nixpkgs: a variable for each attribute, then the command, with the declared inputs on PATH.
  runCommand =
    name: attributes: command:
    derivation (
      {
        inherit name system;
        builder = "${bash}/bin/bash";
        args = [
          "-e"
          (builtins.toFile "builder.sh" ''
            source $stdenv/setup
            source "$buildCommandPath"
          '')
        ];
        stdenv = builtins.path {
          path = ./stdenv;
          name = "stdenv";
        };
        initialPath = tools;
        passAsFile = [ "buildCommand" ];
        buildCommand = command;
      }
      // attributes
    );

  # Who declares it has the variable set that OpenSSL reads, and with it Node and pip.
  cacert = runCommand "nss-cacert-${versions.nss-cacert}" { } ''
    mkdir -p $out/etc/ssl/certs $out/nix-support
    cp ${debian}/ca-bundle.crt $out/etc/ssl/certs/ca-bundle.crt
    echo "export NIX_SSL_CERT_FILE=$out/etc/ssl/certs/ca-bundle.crt" > $out/nix-support/setup-hook
  '';

  closureInfo =
    { rootPaths }:
    runCommand "closure-info" {
      __structuredAttrs = false;
      exportReferencesGraph = builtins.concatLists (
        builtins.genList (n: [
          "graph-${toString n}"
          (builtins.elemAt rootPaths n)
        ]) (builtins.length rootPaths)
      );
    } "mkdir $out && cat graph-* | grep '^/' | sort -u > $out/store-paths";

  tcc = package "tcc" { programs = "tcc"; };
  binutils = package "binutils" {
    programs = "ld=x86_64-linux-gnu-ld.bfd strip=x86_64-linux-gnu-strip";
    libraries = "libbfd-2.44-system.so libctf.so.0 libjansson.so.4 libsframe.so.1";
    inputs = [
      zlib
      zstd
    ];
  };
  compiler = runCommand "cc" { inherit bash binutils debian glibc tcc; } "source ${./cc.sh}";

  # A program that only the dev shell wants: the machine's own, when it has it.
  fromMachine =
    name:
    runCommand name { } ''
      mkdir -p $out/bin && ln -s /usr/bin/${name} $out/bin/${name}
    '';
in
{
  inherit
    bash
    cacert
    closureInfo
    glibc
    lib
    python313
    runCommand
    ;

  # As runCommand, with a C compiler and what belongs to it; nixpkgs' is gcc.
  runCommandCC =
    name: attributes: command:
    runCommand name (
      attributes // { nativeBuildInputs = [ compiler ] ++ attributes.nativeBuildInputs or [ ]; }
    ) command;

  # As nixpkgs' own: other store paths' hashes overwritten, but for those of -e.
  nukeReferences = runCommand "nuke-references" { } ''
    mkdir -p $out/bin
    { echo '#!${python313}/bin/python3'; cat ${./nuke_refs.py}; } > $out/bin/nuke-refs
    chmod +x $out/bin/nuke-refs
  '';

  patchelf = package "patchelf" {
    programs = "patchelf";
    inputs = [ gccLibraries ];
  };

  nodejs = package "nodejs" {
    inherit bash;
    node = "${debian}/node";
    inputs = [ gccLibraries ];
  };

  bashInteractive = bash; # `nix develop` itself asks for it

  stdenv.hostPlatform = {
    inherit system;
    isLinux = lib.hasSuffix "linux" system;
  };

  dockerTools.buildLayeredImage = import ./docker-tools.nix {
    inherit
      closureInfo
      fakeroot
      python313
      runCommand
      system
      ;
  };

  testers.runNixOSTest = import ./nixos.nix {
    inherit lib;
    pkgs = { inherit python313 runCommand; stdenv.hostPlatform = { inherit system; }; };
  };

  writeShellScriptBin =
    name: text:
    runCommand name
      {
        script = "#!${bash}/bin/bash\n${text}\n";
        passAsFile = [
          "buildCommand"
          "script"
        ];
      }
      ''
        mkdir -p $out/bin && cp "$scriptPath" $out/bin/${name} && chmod +x $out/bin/${name}
      '';

  mkShellNoCC =
    { packages ? [ ], shellHook ? "" }:
    runCommand "nix-shell" {
      outputs = [ "out" ];
      inherit shellHook;
      nativeBuildInputs = packages;
    } "echo $nativeBuildInputs > $out";
}
// lib.genAttrs [
  "actionlint"
  "chromium"
  "git"
  "gnumake"
  "jq"
  "khal"
  "kind"
  "kubectl"
  "kubernetes-helm"
  "kustomize"
  "nixfmt-tree"
  "pgbouncer"
  "podman"
  "postgresql"
  "rclone"
  "ruff"
  "skopeo"
  "vdirsyncer"
] fromMachine
