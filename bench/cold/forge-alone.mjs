// The peer: node-forge alone, lean, verifies the signature of the same license file.
import { readFileSync } from "node:fs";
import "node-forge/lib/mgf1.js";
import "node-forge/lib/pem.js";
import "node-forge/lib/pss.js";
import "node-forge/lib/rsa.js";
import "node-forge/lib/sha256.js";
import forge from "node-forge/lib/forge.js";

const { pem, text } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const [header, payload, signature] = text.split("\n").slice(1, -2).join("").split(".");
const key = forge.pki.publicKeyFromAsn1(forge.asn1.fromDer(forge.util.createBuffer(forge.pem.decode(pem)[0].body)));
const digest = forge.md.sha256.create().update(`${header}.${payload}`).digest().getBytes();
const mgf = forge.mgf.mgf1.create(forge.md.sha256.create());
const pss = forge.pss.create({ md: forge.md.sha256.create(), mgf, saltLength: 32 });
if (!key.verify(digest, Buffer.from(signature, "base64url").toString("binary"), pss)) process.exit(1);
