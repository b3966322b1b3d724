// The few functions of node-forge that are used here. Its own types (@types/node-forge) would bring all of Node's along.
// Bytes are "binary strings": one character a byte.

export interface ForgeBuffer {
  getBytes(): string;
  toHex(): string;
}

export interface ForgeDigest {
  update(bytes: string): ForgeDigest;
  digest(): ForgeBuffer;
}

export interface ForgeInteger {
  bitLength(): number;
  intValue(): number;
  toString(radix: 16): string;
}

export interface ForgePublicKey {
  readonly n: ForgeInteger;
  readonly e: ForgeInteger;
  verify(digest: string, signature: string, scheme: object): boolean;
  encrypt(bytes: string, scheme: "RSA-OAEP", options: object): string;
}

export interface ForgePrivateKey {
  readonly n: ForgeInteger;
  readonly e: ForgeInteger;
  readonly d: ForgeInteger;
  readonly p: ForgeInteger;
  readonly q: ForgeInteger;
  readonly dP: ForgeInteger;
  readonly dQ: ForgeInteger;
  readonly qInv: ForgeInteger;
  sign(digest: ForgeDigest, scheme: object): string;
  decrypt(bytes: string, scheme: "RSA-OAEP", options: object): string;
}

export interface ForgeCipher {
  readonly output: ForgeBuffer;
  readonly mode: { readonly tag: ForgeBuffer };
  start(options: object): void;
  update(bytes: ForgeBuffer): void;
  finish(): boolean;
}

export interface Forge {
  readonly random: { getBytes: (length: number) => string };
  readonly util: { createBuffer(bytes?: string): ForgeBuffer };
  readonly sha256: { create(): ForgeDigest };
  readonly mgf1: { create(digest: ForgeDigest): object };
  readonly pss: { create(options: object): object };
  readonly cipher: {
    createCipher(name: "AES-GCM", key: string): ForgeCipher;
    createDecipher(name: "AES-GCM", key: string): ForgeCipher;
  };
  readonly pem: { decode(text: string): readonly { readonly type: string; readonly body: string }[] };
  readonly asn1: { fromDer(bytes: ForgeBuffer): object };
  readonly pki: {
    publicKeyFromAsn1(value: object): ForgePublicKey;
    privateKeyFromAsn1(value: object): ForgePrivateKey;
  };
}
