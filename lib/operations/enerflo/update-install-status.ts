import { z } from 'zod';
import { readClock } from '#lib/catalog/read-record.ts';
import { enerfloInstall } from '#lib/catalog/records/enerflo-install.ts';
import type { Json } from '#lib/json.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { requestPath } from '../operation-request.ts';
import { rowOf, toldValues } from '../read-answer.ts';
import { aboutInstall } from './about.ts';
import { lacksStatusId, statusIdOf, statusNameOf, withStatusId } from './status-of-install.ts';

/** The guide prints a slash at the end of this path (enerflo guide 4.1); the reference does not. */
const installPath = (id: string, slash: boolean) =>
  `${requestPath`/api/v3/installs/${id}`}${slash ? '/' : ''}`;

/** PUT /api/v3/installs/{id} with the status alone: it takes parts (enerflo guide 4.1). */
export const updateInstallStatus = defineOperation({
  name: 'enerflo.install.update-status',
  label: 'Change the status of an install',
  words: 'Sets the status of an install project, for example to On Hold.',
  guideStep: 'guide step 4.1',
  evidence: 'documented',
  role: 'operator',
  kind: 'write',
  about: { kind: 'enerflo.install', field: 'install_id' },
  input: z.strictObject({
    install_id: field.pick('Install', 'install', { hint: 'By homeowner, address or id.' }),
    status_id: field.pick('New status', 'status', {
      hint: 'Each company has statuses of its own.',
      narrowedBy: 'install_id',
    }),
  }),
  request: ({ install_id, status_id }, { settings }) => ({
    method: 'PUT',
    path: installPath(install_id, settings.installSlash),
    body: { status_id: Number(status_id) },
  }),
  answer: (body, { install_id }) => ({
    words: 'The status of the install was changed.',
    subjects: [{ kind: 'enerflo.install', id: install_id }],
    data: body,
  }),
  current: {
    request: ({ install_id }) => ({ method: 'GET', path: requestPath`/api/v3/installs/${install_id}` }),
    values: (body, { install_id }) => {
      const row = rowOf(body);
      if (!row) return null;
      const label = statusNameOf(row);
      return {
        values: { install_id, ...toldValues(row, { status_id: ['id', 'status.id', 'status_id'] }) },
        labels: label === null ? undefined : { status_id: label },
        about: aboutInstall(row),
        stamp: readClock(enerfloInstall, row),
      };
    },
  },
  named: {
    lacksId: lacksStatusId,
    request: () => ({ method: 'GET', path: '/api/v3/install-statuses' }),
    withId: (body, list, { status_id }) => withStatusId(body, list, status_id),
  },
  lookUp: {
    tells: (body) => statusIdIn(body) !== null,
    request: ({ install_id }) => ({ method: 'GET', path: requestPath`/api/v3/installs/${install_id}` }),
    found: (body, { install_id, status_id }) => {
      if (statusIdIn(body) !== status_id) return null;
      return {
        words: 'The install has the new status.',
        subjects: [{ kind: 'enerflo.install', id: install_id }],
        data: body,
      };
    },
  },
  undo: {
    words: 'Set the status back to what it was',
    operation: 'enerflo.install.update-status',
    input: ({ install_id }, before) =>
      typeof before?.status_id === 'string' ? { install_id, status_id: before.status_id } : null,
  },
  sideEffects: () => [
    {
      code: 'starts-things',
      text: 'A new status may start messages and automations that your company has set up in Enerflo.',
      agree: false,
    },
  ],
});

/** The status id that an answer tells; null where it tells the name alone. */
function statusIdIn(body: Json): string | null {
  const row = rowOf(body);
  return row && statusIdOf(row);
}
