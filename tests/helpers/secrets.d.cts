declare const SECRETS: Record<string, string>;
export = SECRETS;
