/** What the code of a purpose looks like, on a request and in a sharing grant. */
export const purposeForm = /^[A-Z][A-Z0-9_]{0,63}$/;
