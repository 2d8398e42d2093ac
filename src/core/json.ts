/** What can be stored and read back unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };
