import type { Values } from './delta';

export interface FormAttribute {
  type: string;
  component?: string;
  repeatable?: boolean;
}

export type Attributes = Record<string, FormAttribute>;

/** Of components, by their uids. */
export type Components = Record<string, { attributes: Attributes }>;

const KEY = '__temp_key__';

type Item = Record<string, unknown>;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A key as the form itself makes them (it sorts them, and makes new ones that lie between): a `c` and three digits to the
 * base of 62 come after whatever the form gives to what it has loaded, and are never too few.
 */
const keyOf = (index: number): string =>
  `c${[3844, 62, 1].map((unit) => DIGITS[Math.floor(index / unit) % 62]).join('')}`;

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const itemsOf = (value: unknown): Item[] => (Array.isArray(value) ? value.filter(isItem) : []);

/** The entry of a list that is the same row. */
const twinIn = (list: Item[], item: Item): Item | undefined =>
  list.find(({ id, __component }) => id !== undefined && id === item.id && __component === item.__component);

/**
 * Gives every item of a list what the form tells it from its neighbours by: the key of the same row in the form as it
 * was loaded, or one of its own.
 */
export const withTempKeys = (components: Components) => {
  const inObject = (attributes: Attributes, values: Values, live: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const attribute = attributes[name];
        return [name, attribute ? inValue(attribute, value, live[name]) : value];
      })
    );

  const inList = (list: Item[], live: Item[], uidOf: (item: Item) => string): Item[] => {
    const taken = new Set([...list, ...live].map((item) => item[KEY]));
    let next = 0;
    const free = () => {
      while (taken.has(keyOf(next))) next += 1;
      taken.add(keyOf(next));
      return keyOf(next);
    };
    return list.map((item) => {
      const twin = twinIn(live, item);
      const inner = inObject(components[uidOf(item)]?.attributes ?? {}, item, twin ?? {});
      return { ...inner, [KEY]: item[KEY] ?? twin?.[KEY] ?? free() };
    });
  };

  const inValue = (attribute: FormAttribute, value: unknown, live: unknown): unknown => {
    const { type, component = '', repeatable } = attribute;
    if (type === 'dynamiczone') {
      return Array.isArray(value)
        ? inList(itemsOf(value), itemsOf(live), ({ __component }) => String(__component))
        : value;
    }
    if (type === 'component' && repeatable) {
      return Array.isArray(value) ? inList(itemsOf(value), itemsOf(live), () => component) : value;
    }
    if (type === 'component' && isItem(value)) {
      return inObject(components[component]?.attributes ?? {}, value, isItem(live) ? live : {});
    }
    if (type === 'relation' && isItem(value) && Array.isArray(value.connect)) {
      return { disconnect: [], ...value, connect: inList(itemsOf(value.connect), [], () => '') };
    }
    return value;
  };

  return inObject;
};
