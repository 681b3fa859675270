import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { Content, Nothing } from './Sides';
import { LongText } from './LongText';
import { ReferenceCard } from './ReferenceCard';
import { blocksText, isBlocks } from './blocksText';
import { readReference } from './readReference';
import { useDifferences } from './DifferenceContext';
import { useFormatValue } from './useFormatValue';

const Json = styled.pre`
  margin: 0;
  font-family: monospace;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Code = styled.code`
  font-family: monospace;
  overflow-wrap: anywhere;
  color: inherit;
`;

/** Strapi's own, which no editor knows of. */
const OWN = new Set(['id', '__component', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

interface ValueProps {
  value: unknown;
  /** of the attribute, where it is known */
  type?: string;
  /** uid of the component whose value it is */
  component?: string;
  /** within a line of others; of scalars only */
  isInline?: boolean;
}

/** Attributes of a component, those that are empty aside. */
const ComponentValue = ({ value, component }: { value: Record<string, unknown>; component?: string }) => {
  const { attributesOf, attributeName } = useDifferences();
  const attributes = component ? attributesOf(component) : undefined;
  const names = attributes ? Object.keys(attributes) : Object.keys(value);

  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={2} margin={0}>
      {names
        .filter((name) => !OWN.has(name) && !isEmpty(value[name]))
        .map((name) => (
          <div key={name}>
            <Typography tag="dt" variant="pi" fontWeight="semiBold" textColor="neutral600">
              {attributeName(component, name)}
            </Typography>
            <dd style={{ margin: 0 }}>
              <Value
                value={value[name]}
                type={attributes?.[name]?.type}
                component={attributes?.[name]?.component}
              />
            </dd>
          </div>
        ))}
    </Flex>
  );
};

/** A block of rich text: a picture as such, anything else by its words. */
const BlockValue = ({ block }: { block: unknown }) => {
  const image = isRecord(block) && block.type === 'image' ? readReference(block.image) : null;
  return image ? (
    <ReferenceCard reference={image} />
  ) : (
    <Content dir="auto">
      <LongText text={blocksText(block)} />
    </Content>
  );
};

const ListValue = ({ value, type, component }: ValueProps & { value: unknown[] }) => {
  const { componentName } = useDifferences();

  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={2} paddingLeft={3}>
      {value.map((item, index) => {
        const own = isRecord(item) && typeof item.__component === 'string' ? item.__component : component;
        return (
          <li key={index}>
            {type === 'dynamiczone' && own && (
              <Typography variant="pi" fontWeight="bold" textColor="neutral700">
                {componentName(own)}
              </Typography>
            )}
            <Value value={item} type={type === 'dynamiczone' ? 'component' : type} component={own} />
          </li>
        );
      })}
    </Flex>
  );
};

/** A value of any kind, to be read: in words where it is a scalar, by its attributes where it is a component. */
export const Value = ({ value, type, component, isInline = false }: ValueProps) => {
  const format = useFormatValue();

  if (type === 'json' && value !== undefined) {
    const text = JSON.stringify(value, null, 2);
    return isInline ? (
      <Code dir="auto">{text}</Code>
    ) : (
      <Json dir="auto">
        <LongText text={text} />
      </Json>
    );
  }

  if (isEmpty(value)) return <Nothing />;
  if (type === 'block') return <BlockValue block={value} />;
  if (type === 'blocks' || isBlocks(value))
    return (
      <Content dir="auto">
        <LongText text={blocksText(value)} />
      </Content>
    );
  if (Array.isArray(value)) return <ListValue value={value} type={type} component={component} />;

  const reference = type === 'component' ? null : readReference(value);
  if (reference) return <ReferenceCard reference={reference} />;
  if (isRecord(value)) {
    const own = typeof value.__component === 'string' ? value.__component : component;
    if (own || type === 'component') return <ComponentValue value={value} component={own} />;
    return (
      <Json dir="auto">
        <LongText text={JSON.stringify(value, null, 2)} />
      </Json>
    );
  }
  return (
    <Content as={isInline ? 'span' : 'div'} dir="auto">
      <LongText text={format(value, type)} />
    </Content>
  );
};
