import { findReason } from '#lib/catalog/cancellation/find-reason.ts';
import { findStatus } from '#lib/catalog/cancellation/find-status.ts';
import { isRealDate } from '#lib/catalog/normalise/calendar.ts';
import { salesforceId15 } from '#lib/catalog/normalise/salesforce-id.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import { flagsOf } from './case-flags.ts';

/** A case in the columns of its table, as its record's fields tell it. Times are ISO 8601 UTC, days YYYY-MM-DD. */
export type CaseColumns = {
  /** In Salesforce's short form, so that both spellings are one project. */
  systemProjectId: string | null;
  status: string | null;
  statusKnown: boolean;
  reason: string | null;
  reasonKnown: boolean;
  category: string | null;
  requestedBy: string | null;
  requestedOn: string | null;
  openedAt: string | null;
  homeowner: string | null;
  address: string | null;
  county: string | null;
  salesperson: string | null;
  flags: string[];
};

/** Columns are for lists and filters, and some are indexed: what is longer is cut. The record keeps the whole. */
const LONGEST = 300;

/** The columns of a `sunnova.cancellation` record. Any field may be absent or of any shape: nothing makes it fail. */
export function caseColumns(fields: JsonObject): CaseColumns {
  const text = (key: string) => shortText(fields[key]);
  const status = text('status');
  const reason = text('reason');
  const listedStatus = status === null ? null : findStatus(status);
  const listedReason = reason === null ? null : findReason(reason);
  const projectId = text('systemProjectId');
  const told = {
    status: listedStatus?.status ?? status,
    statusKnown: listedStatus !== null,
    reason: listedReason?.reason ?? reason,
    reasonKnown: listedReason !== null,
  };
  return {
    ...told,
    systemProjectId: projectId && salesforceId15(projectId),
    category: text('category'),
    requestedBy: text('requestedBy'),
    requestedOn: day(fields.requestedOn),
    openedAt: instant(fields.createdAt),
    homeowner: text('fullName') ?? text('contactName'),
    address: addressLine(fields),
    county: text('county'),
    salesperson: text('salesperson'),
    flags: flagsOf({
      ...told,
      meaning: listedStatus?.meaning ?? null,
      isConfirmed: truth(fields.isConfirmed),
      isSaved: truth(fields.isSaved),
    }),
  };
}

/** `1814 5TH ST W, PALMETTO, FL 34221`; without a street the address as Sunnova wrote it in one. */
function addressLine(fields: JsonObject): string | null {
  const text = (key: string) => shortText(fields[key]);
  const street = text('street');
  if (street === null) return text('fullAddress');
  const stateAndZip = [text('state'), text('zip')].filter(Boolean).join(' ');
  return shortText([street, text('city'), stateAndZip].filter(Boolean).join(', '));
}

function shortText(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  // Cutting may halve a character, which no database takes.
  return text.slice(0, LONGEST).toWellFormed().trim() || null;
}

function truth(value: Json | undefined): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

function day(value: Json | undefined): string | null {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  const [text, year, month, date] = parts ?? [];
  return text && isRealDate(Number(year), Number(month), Number(date)) ? text : null;
}

function instant(value: Json | undefined): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return null;
  const time = Date.parse(value);
  const text = Number.isNaN(time) ? '' : new Date(time).toISOString();
  // PostgreSQL knows no year 0, and no year of five digits written like this.
  return /^(?!0000)\d{4}-/.test(text) ? text : null;
}
