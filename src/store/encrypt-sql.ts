/** OpenPGP with a key that is random already needs no stretching (s2k-mode=1): decrypting a value takes 4 µs instead of 300 µs. */
export const encryption = "s2k-mode=1, cipher-algo=aes256, compress-algo=0";

/** SQL that encrypts a text for an encrypted column; both arguments are SQL of the type text. */
export const encryptSql = (value: string, key: string): string => `pgp_sym_encrypt(${value}, ${key}, '${encryption}')`;
