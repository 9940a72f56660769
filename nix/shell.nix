# What developing, testing and deploying need; the make targets take ruff, Chromium and PostgreSQL
# from here and everything that is locked from the locks.
{
  chromium,
  git,
  gnumake,
  kind,
  kubectl,
  kubernetes-helm,
  kustomize,
  lib,
  mkShellNoCC,
  nodejs,
  pgbouncer,
  podman,
  postgresql,
  python313,
  rclone,
  ruff,
  skopeo,
  stdenv,
}:
mkShellNoCC {
  packages = [
    git
    gnumake
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
  ]
  ++ lib.optionals stdenv.hostPlatform.isLinux [ chromium ];
}
