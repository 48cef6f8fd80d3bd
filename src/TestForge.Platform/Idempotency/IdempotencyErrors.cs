using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Idempotency;

internal static class IdempotencyErrors
{
    public static ApiProblem BadKey() =>
        new(StatusCodes.Status400BadRequest, "idempotency.bad_key", $"The Idempotency-Key has to be 1 to {IdempotencyRecord.KeyLength} visible ASCII characters, such as a UUID.");

    public static ApiProblem KeyReused() =>
        new(StatusCodes.Status422UnprocessableEntity, "idempotency.key_reused", "This Idempotency-Key came with another request before. Take a new key for a new request.");

    public static ApiProblem InProgress() =>
        new(StatusCodes.Status409Conflict, "idempotency.in_progress", "The same request is being answered right now. Try again in a moment.") { RetryAfter = 1 };

    public static ApiProblem AnswerWasSecret() =>
        new(StatusCodes.Status409Conflict, "idempotency.answer_was_secret", "The request was carried out before, and its answer held a secret that is not kept. Look at the list; revoke what was made and make another if the secret did not arrive.");
}
