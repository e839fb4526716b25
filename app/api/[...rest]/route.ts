import { answerApi } from '#lib/http/api/answer-api.ts';

/** Everything the contract describes; each procedure declares its role there. */
export { answerApi as DELETE, answerApi as GET, answerApi as PATCH, answerApi as POST, answerApi as PUT };
