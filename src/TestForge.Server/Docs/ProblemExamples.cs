using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using TestForge.Platform.Api;

namespace TestForge.Server.Docs;

/// <summary>Examples of failures, one for each status. The code is one of several that come with the status.</summary>
internal static class ProblemExamples
{
    private static readonly Dictionary<int, (string Code, string Detail)> ByStatus = new()
    {
        [400] = ("request.invalid", "1 fields have values that are not allowed. See errors."),
        [401] = ("access.bad_key", "The API key is not valid: it is mistyped, has expired, or was revoked. Ask an owner of the tenant for another."),
        [403] = ("access.forbidden", "The API key lacks the scope runs:write. Use a key that has it."),
        [404] = ("project.not_found", "There is no project 0198c0de-7e57-7f09-9e00-000000000001."),
        [409] = ("request.conflict", "The change contradicts what is there, such as a name that is taken. Read the list and try again with another value."),
        [410] = ("run.artifact_gone", "The artifact is known, but its content is no longer in the store."),
        [412] = ("request.stale", "It was changed since you read it. Read it again and repeat the change with its new ETag."),
        [413] = ("request.too_large", "The body is larger than it may be."),
        [415] = ("request.unsupported_media_type", "The body has to be JSON. Send Content-Type: application/json."),
        [422] = ("target.refused", "This server does not test addresses that are not public: shop.example leads to 10.0.0.1, which is private. Its operator can allow it."),
        [428] = ("request.if_match_required", "Say which version is changed: send If-Match with the ETag of what you read."),
        [429] = ("request.too_many", "More than 600 requests in 60 s. Wait 7 s, as Retry-After says, and ask less often."),
        [500] = ("server.unexpected", "Something went wrong on our side, and it was logged. Try again; if it stays, tell the operator the traceId."),
        [503] = ("run.server_full", "The server has as many runs waiting as it may have. Try again later."),
        [504] = ("request.timeout", "The request took too long and was given up. Try again, or ask for less at once."),
    };

    public static JsonObject Of(int status, string path)
    {
        var (code, detail) = ByStatus.GetValueOrDefault(status, ByStatus[500]);
        var problem = new JsonObject
        {
            ["type"] = ApiProblem.ErrorPages + code,
            ["title"] = ReasonPhrases.GetReasonPhrase(status),
            ["status"] = status,
            ["detail"] = detail,
            ["instance"] = path,
            ["code"] = code,
            ["traceId"] = "0af7651916cd43dd8448eb211c80319c",
        };
        if (status == 400)
        {
            problem["errors"] = new JsonObject { ["name"] = new JsonArray("The field Name has to have 1 to 100 characters.") };
        }

        return problem;
    }
}
