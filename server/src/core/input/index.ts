export { fromInput, type FromInputParams } from './from-input';
export { InputError } from './input-error';
export type { FindDocument, WantedDocument } from './read-relation-input';
