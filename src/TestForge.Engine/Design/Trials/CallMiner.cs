using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Describes the answers to the calls that the page makes to an API, by names and types, never by values.</summary>
internal sealed class CallMiner(TrialRoom room, TrialVisit visit, DraftState state)
{
    // What fewer answers of a record have in common may be chance.
    private const int LeastRecords = 3;
    private const int MaxWrites = 2;

    private Uri Target => room.Context.Site.Target;

    /// <summary>Calls of the page that were made in this visit too.</summary>
    public async Task MineAsync(IReadOnlyList<ApiCall> calls, CancellationToken cancellationToken)
    {
        foreach (var call in calls)
        {
            var path = Template(call);
            if (CallCheck.Last(visit.Session.Recorder, Target, call.Method, path) is not { Status: >= 200 and < 300 } response)
            {
                state.Leave($"the call {call.Method} {path}", "It was made when the site was explored, and not answered so in the first visit.");
                continue;
            }

            var (_, body) = await CallCheck.BodyAsync(response, cancellationToken);
            using (body)
            {
                var shape = body is null ? [] : AnswerShape.Of(body.RootElement).Where(line => IsKnown(call, line)).ToArray();
                See(new(call.Method, path, response.Status, shape));
            }
        }
    }

    /// <summary>What the last action has sent to the server is accepted or refused by its status, whatever the page then says.</summary>
    public void Writes()
    {
        var calls = visit.Session.Recorder.Calls.Except(visit.CallsBefore).Where(r => r.Request.Method is "POST" or "PUT" or "PATCH" or "DELETE");
        foreach (var response in calls.DistinctBy(r => (r.Request.Method, r.Url)).Take(MaxWrites))
        {
            var path = CallCheck.PathOf(Target, response.Url);
            if (path.StartsWith('/') && response.Status is >= 200 and < 500 && AddressCheck.IsPlain(path))
            {
                See(new(response.Request.Method, UrlTemplates.Of(path, visit.Driver.Values.Unique) ?? path, response.Status, []));
            }
        }
    }

    private string Template(ApiCall call)
    {
        var path = string.Join('/', call.Path.Split('/').Select(s => s.StartsWith('{') ? "*" : s));
        return call.Origin == Target.GetLeftPart(UriPartial.Authority) ? path : call.Origin + path;
    }

    /// <summary>Whether all answers seen while the site was explored agree.</summary>
    private static bool IsKnown(ApiCall call, string line)
    {
        var steps = AnswerShape.Steps(line);
        if (call.Path.Contains('{', StringComparison.Ordinal) && call.Count < LeastRecords && !steps.Contains("[]"))
        {
            return false;
        }

        JsonNode? schema = call.ResponseSchema;
        foreach (var step in steps)
        {
            schema = step == "[]" ? schema?["items"]
                : schema?["required"] is JsonArray required && required.Any(r => r is not null && r.GetValueKind() == JsonValueKind.String && r.GetValue<string>() == step) ? schema["properties"]?[step]
                : null;
        }

        var type = AnswerShape.Split(line).Type;
        return schema?["type"] switch
        {
            JsonValue one => Fits(one, type),
            JsonArray some => some.All(t => t is JsonValue v && (Fits(v, type) || v.GetValue<string>() == "null")),
            _ => false,
        };
    }

    private static bool Fits(JsonValue schemaType, string type) => schemaType.GetValue<string>() is var seen && (seen == type || (seen == "integer" && type == "number"));

    private void See(StepAction.ExpectAnswer check) => state.Seen.Add(Phrases.Then(room.Context, check));
}
