// A program that checks a license made by phone when it starts.
import { readFileSync } from "node:fs";
import { checkLicense } from "licit/license";
import { blsVerifier } from "licit/signing/bls";
import { scryptStretch } from "licit/signing/stretch";

const { phoneKey, phoneText, observed, now } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { value: verify } = blsVerifier([phoneKey]);
const options = { verify, stretch: scryptStretch, issuer: "Example Vendor", product: "ledger", observed, now };
if (checkLicense(phoneText, options).outcome !== "valid") process.exit(1);
