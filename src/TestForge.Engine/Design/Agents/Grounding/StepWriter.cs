using TestForge.Engine.Design.Trials;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Grounding;

/// <summary>Writes the steps of an answer as actions of a case, and keeps count of the page on which each is done.</summary>
internal sealed class StepWriter(DesignContext context, SiteFacts facts)
{
    private readonly List<TestStep> _steps = [];
    private readonly HashSet<string> _pages = [];

    /// <summary>The last page on which the case was for sure.</summary>
    private string _last = "";

    /// <summary>The page that the last click leads to, where the map knows it.</summary>
    private string? _next;

    /// <summary>True after a step that may lead anywhere.</summary>
    private bool _unsure;

    public IReadOnlyList<TestStep> Steps => _steps;

    /// <summary>The pages that are visited, in order.</summary>
    public IReadOnlyCollection<string> Pages => _pages;

    public void Write(IEnumerable<StepAnswer> answers)
    {
        foreach (var answer in answers.Where(a => a.Do != LiveActKind.Scroll))
        {
            Write(answer);
        }
    }

    private void Write(StepAnswer answer)
    {
        switch (answer.Do)
        {
            case LiveActKind.Open:
                var page = context.Page(answer.Page!);
                var given = Phrases.GivenOn(context, page);
                _steps.Add(_steps.Count == 0 ? given : new(StepKeyword.When, $"I open the {context.PageNames[page.Id]}", given.Action));
                Arrived(page.Id);
                return;
            case LiveActKind.Back:
                _steps.Add(Phrases.WhenBack());
                (_next, _unsure) = (null, true);
                return;
            case LiveActKind.Reload:
                _steps.Add(Phrases.WhenReload());
                return;
            case LiveActKind.Press when answer.Element is null:
                _steps.Add(Phrases.WhenPressKey(answer.Value!));
                _unsure |= answer.Value == "Enter";
                return;
            default:
                var element = Here(facts.Element(answer.Element)!);
                _steps.Add(StepOf(answer, element));
                Follow(answer, element);
                return;
        }
    }

    private TestStep StepOf(StepAnswer answer, PageElement element)
    {
        var field = facts.Field(element.Id) ?? new() { ElementId = element.Id, Label = element.Print.Name };
        return answer.Do switch
        {
            LiveActKind.Click => Phrases.WhenClick(context, element),
            LiveActKind.Fill => Phrases.WhenFill(element, field, answer.Value!),
            LiveActKind.Choose => Phrases.WhenChoose(element, field, answer.Value!),
            LiveActKind.Check or LiveActKind.Uncheck => Phrases.WhenCheck(element, field, answer.Do == LiveActKind.Check),
            LiveActKind.Press => Phrases.WhenPress(element, field, answer.Value!),
            _ => throw new InvalidOperationException($"{answer.Do} needs no element."),
        };
    }

    /// <summary>The element on the page where the case is; where that is another than the element's, the case first expects to be there.</summary>
    private PageElement Here(PageElement element)
    {
        if (_next is { } to)
        {
            Arrive(to);
        }

        var page = context.PageOf(element.Id);
        if (page == _last)
        {
            _unsure = false;
            return element;
        }

        if (!_unsure && facts.Twin(element, _last) is { } twin)
        {
            return twin;
        }

        Arrive(page);
        return element;
    }

    private void Follow(StepAnswer answer, PageElement element)
    {
        if (answer.Do == LiveActKind.Click)
        {
            var to = facts.SentBy(element.Id) is null ? facts.LeadsTo(element.Id) : null;
            _next = to == _last ? null : to;
            _unsure = to is null;
        }
        else if (answer is { Do: LiveActKind.Press, Value: "Enter" })
        {
            _unsure = true;
        }
    }

    // What is done next is done on the page that this has led to, and not a moment before. An element that is looked for elsewhere would be taken for lost.
    private void Arrive(string pageId)
    {
        if (AddressCheck.Of(context.PathOf(context.Page(pageId))) is { } arrival)
        {
            _steps.Add(Phrases.Then(context, arrival));
        }

        Arrived(pageId);
    }

    private void Arrived(string pageId)
    {
        (_last, _next, _unsure) = (pageId, null, false);
        _pages.Add(pageId);
    }
}
