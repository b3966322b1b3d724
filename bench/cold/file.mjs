// A program that checks a license file when it starts.
import { readFileSync } from "node:fs";
import { checkLicense } from "licit/license";
import { rsaVerifier } from "licit/signing/rsa";

const { pem, text, observed, now } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { value: verify } = rsaVerifier({ bench: pem });
const { outcome } = checkLicense(text, { verify, issuer: "Example Vendor", product: "ledger", observed, now });
if (outcome !== "valid") process.exit(1);
