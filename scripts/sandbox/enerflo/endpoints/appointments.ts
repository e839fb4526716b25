import { invalid, jsonAnswer, notFound } from '../answering/answer.ts';
import type { Route } from '../answering/ask.ts';
import { listed } from '../answering/listed.ts';
import { numberFrom, paged } from '../answering/paged.ts';
import { rowOf, rowOfEither } from '../answering/row-of.ts';
import { validated } from '../answering/validated.ts';
import { appointmentShape } from '../shapes/appointment-shape.ts';
import { appointmentSchema, makeAppointment } from './appointment-input.ts';
import { indexedUntil, userByEmail } from './found-customers.ts';

const changeSchema = appointmentSchema.pick({ start: true, end: true, user: true }).partial();

/** Appointments (field facts 5.9): made and changed in v1, a customer's read in v3. */
export const appointmentRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/v1/appointments',
    answer: ({ query, state }) => {
      const rows = [...state.appointments.values()].filter((one) => !one.deletedAt).reverse();
      const size = Math.min(1000, numberFrom(query, 'pageSize', 25));
      const page = paged(rows, numberFrom(query, 'page', 1), size);
      const data = page.rows.map((one) => appointmentShape(state, one));
      return jsonAnswer(200, { dataCount: page.total, data });
    },
  },
  {
    method: 'POST',
    path: '/api/v1/appointments',
    answer: (ask) => {
      const made = makeAppointment(ask, validated(appointmentSchema, ask.body));
      return jsonAnswer(200, appointmentShape(ask.state, made));
    },
  },
  {
    method: 'PUT',
    path: '/api/v1/appointments/*',
    answer: ({ params, body, state }) => {
      const { id, start, end, deletedAt } = rowOf(state.appointments, params[0]);
      if (deletedAt) throw notFound();
      const given = validated(changeSchema, body);
      const times = { start: given.start ?? start, end: given.end ?? end };
      if (times.end <= times.start) throw invalid({ end: ['The end must be a date after start.'] });
      const assignee = userByEmail(state, given.user);
      const fields = { ...times, ...(assignee ? { assigneeUserId: assignee.id } : {}) };
      return jsonAnswer(200, appointmentShape(state, state.updateAppointment(id, fields, 'api')));
    },
  },
  {
    method: 'GET',
    path: '/api/v3/customers/*/appointments',
    answer: ({ params, state, settings }) => {
      const customer = rowOfEither(state.customers, params[0]);
      const rows = [...state.appointments.values()].filter(
        (one) =>
          one.customerId === customer.id &&
          !one.deletedAt &&
          one.createdAt.getTime() <= indexedUntil({ state, settings }),
      );
      return jsonAnswer(
        200,
        listed(
          settings,
          rows.map((one) => appointmentShape(state, one)),
        ),
      );
    },
  },
  {
    method: 'GET',
    path: '/api/v3/customers/*/appointments/*',
    answer: ({ params, state }) => {
      const customer = rowOfEither(state.customers, params[0]);
      const appointment = rowOf(state.appointments, params[1]);
      if (appointment.customerId !== customer.id) throw notFound();
      return jsonAnswer(200, appointmentShape(state, appointment));
    },
  },
];
