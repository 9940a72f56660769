{
  description = "A stand-in for nixpkgs, made of Debian's packages: the few names that Clockwork's flake takes";

  outputs =
    { self }:
    let
      lib = import ./lib.nix;
    in
    {
      inherit lib;
      legacyPackages = lib.genAttrs [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ] (system: import ./packages.nix { inherit lib system; debian = "${self}/debian"; });
    };
}
