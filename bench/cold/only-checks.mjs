// All that a program bundles which only checks license files.
export { checkLicense } from "licit/license";
export { rsaVerifier } from "licit/signing/rsa";
