{
  description = "A stand-in for nixpkgs, made of Debian's packages: the few names that Clockwork's flake takes";

  outputs =
    { self }:
    let
      lib = import ./lib.nix;
      packagesFor =
        system:
        let
          packages = import ./packages.nix { inherit lib system; debian = "${self}/debian"; } // {
            newScope = scope: lib.callPackageWith (packages // scope);
            callPackage = packages.newScope { };
          };
        in
        packages;
    in
    {
      inherit lib;
      legacyPackages = lib.genAttrs [
        "x86_64-linux"
        "aarch64-linux"
        "aarch64-darwin"
      ] packagesFor;
    };
}
