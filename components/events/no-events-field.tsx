'use client';

import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { TextLink } from '#components/ui/text-link.tsx';
import { api } from '../api.ts';
import { filterText, type LogFilter } from './log-filter.ts';

interface NoEventsFieldProps {
  filter: LogFilter;
  /** What is said where nothing is known of the field. */
  otherwise: ReactNode;
}

/** Why a search by a field finds nothing: the field is another one, or no event has the value. */
export function NoEventsField({ filter, otherwise }: NoEventsFieldProps) {
  const { source, environment, connection, type = '', q = '' } = filter;
  const hint = useQuery(
    api.events.fieldHint.queryOptions({
      input: { source, environment, connection, type, q },
      staleTime: 10_000,
    }),
  );
  // Nothing until it is known: the one sentence would push the other away while it is read.
  if (hint.isLoading) return null;
  if (!hint.data || hint.data.looked === 0) return otherwise;
  const { path, looked, field, meant } = hint.data;
  const links = meant.map((one) => (
    <TextLink
      key={one.path}
      href={`/events?${filterText({ ...filter, q: one.q })}`}
      className="font-mono wrap-anywhere"
    >
      {one.path}
    </TextLink>
  ));
  const name = <code className="font-mono text-12 wrap-anywhere">{path}</code>;
  if (field === 'there') {
    return (
      <>
        The field {name} is there, but no event that fits has this value. The whole value is looked for: a
        part of it finds nothing.
      </>
    );
  }
  if (field === 'within') {
    return (
      <>
        At {name} there is no value but a list or further fields
        {links.length > 0 ? <>. Search by one of them: {inARow(links)}.</> : '.'}
      </>
    );
  }
  return (
    <>
      <p>
        {looked === 1
          ? 'The newest event of this type has no'
          : `None of the newest ${looked} events of this type has a`}{' '}
        field {name}.
      </p>
      <p>
        {links.length > 0 ? (
          <>Did you mean {inARow(links)}?</>
        ) : (
          'Open an event of this type: its data show each field that there is.'
        )}
      </p>
    </>
  );
}

function inARow(links: readonly ReactNode[]): ReactNode {
  return links.map((link, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the links stand in the order in which they came
    <Fragment key={at}>
      {at === 0 ? '' : at === links.length - 1 ? ' or ' : ', '}
      {link}
    </Fragment>
  ));
}
