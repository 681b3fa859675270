import fc from 'fast-check';
import type { AttributeShape, Attributes, Structure } from '../../../server/src/core/structure';

/** Structures, snapshots that fit them, and garbage in which the same few words come up again and again. */

const NAMES = ['a', 'b', 'title', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'];
const COMPONENTS = ['x.one', 'x.two', 'x.three', '__proto__', 'constructor'];
const TARGETS = ['api::tag.tag', 'api::page.page'];
const VALUES = ['red', 'green', 'blue', '1', 'true'];
const SCALARS = [
  'string',
  'text',
  'richtext',
  'email',
  'uid',
  'integer',
  'biginteger',
  'decimal',
  'float',
  'boolean',
  'date',
  'time',
  'datetime',
  'timestamp',
  'json',
  'blocks',
  'vector',
  'password',
];

const name = fc.constantFrom(...NAMES);
const uid = fc.constantFrom(...COMPONENTS);

/** Text that is read as something else by one type or another. */
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(...VALUES, ...TARGETS, ...COMPONENTS, '', '007', '1.50', '2024-02-30', '2024-02-29'),
  fc.constantFrom(
    '12:30:00',
    '12:30:00.000',
    '2024-02-29T00:00:00.000Z',
    '1700000000000',
    '9999999999999999999'
  )
);

const key = fc.constantFrom(
  ...NAMES,
  '__component',
  'id',
  'documentId',
  'hash',
  'name',
  'type',
  'locale',
  'children'
);

/** JSON knows no minus zero. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));

/** An object whose keys are its own, `__proto__` among them. */
const record = <T>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.array(fc.tuple(keys, values), { maxLength: 5 }).map((entries) => Object.fromEntries(entries));

/** Any JSON value. */
export const garbage: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), number, text),
    fc.array(tie('value'), { maxLength: 4 }),
    record(key, tie('value'))
  ),
})).value;

const withDefault = (shape: fc.Arbitrary<AttributeShape>): fc.Arbitrary<AttributeShape> =>
  fc
    .tuple(shape, fc.option(garbage, { nil: undefined, freq: 5 }))
    .map(([rest, value]) => (value === undefined ? rest : { ...rest, default: value }));

const shape: fc.Arbitrary<AttributeShape> = withDefault(
  fc.oneof(
    { arbitrary: fc.constantFrom(...SCALARS).map((type) => ({ type })), weight: 5 },
    fc.record({ type: fc.constant('enumeration'), enum: fc.subarray(VALUES) }),
    fc.record({ type: fc.constant('media'), multiple: fc.boolean() }),
    fc.record({
      type: fc.constant('relation'),
      relation: fc.constantFrom('manyToOne', 'manyToMany'),
      target: fc.constantFrom(...TARGETS),
      multiple: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('relation'),
      relation: fc.constantFrom('morphToOne', 'morphToMany'),
      multiple: fc.boolean(),
    }),
    {
      arbitrary: fc.record({ type: fc.constant('component'), component: uid, repeatable: fc.boolean() }),
      weight: 3,
    },
    {
      arbitrary: fc.record({ type: fc.constant('dynamiczone'), components: fc.subarray(COMPONENTS) }),
      weight: 2,
    }
  )
);

const localizable = (localized: boolean): fc.Arbitrary<AttributeShape> =>
  localized
    ? fc.tuple(shape, fc.boolean()).map(([rest, isLocalized]) => ({ ...rest, localized: isLocalized }))
    : shape;

const attributes = (of: fc.Arbitrary<AttributeShape>): fc.Arbitrary<Attributes> => record(name, of);

/** Any structure; components may contain themselves, and attributes may name components that there are not. */
export const structure: fc.Arbitrary<Structure> = fc.boolean().chain((localized) =>
  fc.record({
    uid: fc.constant('api::article.article'),
    localized: fc.constant(localized),
    attributes: attributes(localizable(localized)),
    components: record(uid, attributes(shape)),
  })
);

const moment = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const isoPart = (from: number, to: number): fc.Arbitrary<string> => moment.map((iso) => iso.slice(from, to));

const file = fc.record({
  hash: fc.option(text),
  id: fc.nat(),
  name: fc.option(text),
});

const relation = ({ target }: AttributeShape): fc.Arbitrary<unknown> => {
  const type = target === undefined ? { type: fc.constantFrom(...TARGETS) } : {};
  return fc.oneof(
    fc.record({
      documentId: fc.string({ minLength: 1 }),
      locale: fc.option(fc.constantFrom('en', 'fr')),
      ...type,
    }),
    fc.record({ id: fc.nat(), ...type })
  );
};

const block = fc.record({
  type: fc.constant('paragraph'),
  children: fc.array(fc.record({ type: fc.constant('text'), text: fc.string() }), { maxLength: 2 }),
});

const listOf = (item: fc.Arbitrary<unknown>, multiple: boolean | undefined): fc.Arbitrary<unknown> =>
  multiple ? fc.array(item, { maxLength: 3 }) : fc.option(item);

const valueOf = (of: AttributeShape, within: Structure, depth: number): fc.Arbitrary<unknown> => {
  const component = (componentUid: string): fc.Arbitrary<Record<string, unknown>> =>
    contentOf(within.components[componentUid]!, within, depth + 1);
  const exists = (componentUid: string): boolean =>
    Object.hasOwn(within.components, componentUid) && depth < 3;

  switch (of.type) {
    case 'component':
      if (!exists(of.component!)) return fc.constant(of.repeatable ? [] : null);
      return listOf(component(of.component!), of.repeatable);
    case 'dynamiczone': {
      const known = of.components!.filter(exists);
      if (known.length === 0) return fc.constant([]);
      const item = fc
        .constantFrom(...known)
        .chain((tag) =>
          component(tag).map((content) =>
            Object.fromEntries([['__component', tag], ...Object.entries(content)])
          )
        );
      return listOf(item, true);
    }
    case 'media':
      return listOf(file, of.multiple);
    case 'relation':
      return listOf(relation(of), of.multiple);
    case 'enumeration':
      return of.enum!.length === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...of.enum!));
    case 'integer':
      return fc.option(fc.integer());
    case 'decimal':
      return fc.option(fc.integer().map((cents) => cents / 100));
    case 'float':
      return fc.option(number);
    case 'biginteger':
      return fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String));
    case 'boolean':
      return fc.option(fc.boolean());
    case 'date':
      return fc.option(isoPart(0, 10));
    case 'time':
      return fc.option(isoPart(11, 23));
    case 'datetime':
    case 'timestamp':
      return fc.option(moment);
    case 'json':
    case 'vector':
      return garbage;
    case 'blocks':
      return fc.option(fc.array(block, { maxLength: 3 }));
    default:
      return fc.option(text);
  }
};

const contentOf = (
  of: Attributes,
  within: Structure,
  depth: number
): fc.Arbitrary<Record<string, unknown>> => {
  const names = Object.keys(of).filter((attribute) => of[attribute]!.type !== 'password');
  return fc
    .tuple(...names.map((attribute) => valueOf(of[attribute]!, within, depth)))
    .map((values) => Object.fromEntries(names.map((attribute, index) => [attribute, values[index]])));
};

/** A snapshot as it would be taken under the structure. */
export const snapshotOf = (of: Structure): fc.Arbitrary<Record<string, unknown>> =>
  contentOf(of.attributes, of, 0);

/** A structure and a snapshot that fits it. */
export const structureAndSnapshot = structure.chain((of) =>
  snapshotOf(of).map((snapshot) => ({ structure: of, snapshot }))
);

const spoil = (value: unknown, steps: readonly number[], by: unknown): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const at = keys[step % keys.length]!;
  const entries = Object.entries(value).map(([entry, item]): [string, unknown] => [
    entry,
    entry === at ? spoil(item, rest, by) : item,
  ]);
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
};

/** Like what was taken under the structure, but for a place somewhere below that holds anything. */
export const spoiltSnapshotOf = (of: Structure): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(snapshotOf(of), fc.array(fc.nat(), { maxLength: 6 }), garbage)
    .map(([snapshot, steps, by]) => spoil(snapshot, steps, by) as Record<string, unknown>);
