# What developing, testing and deploying need; the make targets take ruff, Chromium and PostgreSQL
# from here and everything that is locked from the locks.
{ pkgs }:
pkgs.mkShellNoCC {
  packages =
    builtins.attrValues {
      inherit (pkgs)
        actionlint
        git
        gnumake
        khal
        kind
        kubectl
        kubernetes-helm
        kustomize
        nodejs
        pgbouncer
        podman
        postgresql
        python313
        rclone
        ruff
        skopeo
        vdirsyncer
        ;
    }
    ++ pkgs.lib.optionals pkgs.stdenv.hostPlatform.isLinux [ pkgs.chromium ];
}
