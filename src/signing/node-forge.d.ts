// What `rsa.ts` and `rsa-keys.ts` import of node-forge.

declare module "node-forge/lib/forge.js" {
  // An ambient module has no imports of its own files.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const forge: import("./forge-types.js").Forge;
  export default forge;
}
declare module "node-forge/lib/aes.js";
declare module "node-forge/lib/mgf1.js";
declare module "node-forge/lib/pem.js";
declare module "node-forge/lib/pss.js";
declare module "node-forge/lib/rsa.js";
declare module "node-forge/lib/sha256.js";
