using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>Fills a form with made-up valid values and sends it as a user would.</summary>
internal sealed class FormFiller(ValueMaker values)
{
    private const float Limit = 1_500;

    /// <param name="form">The form as just read.</param>
    /// <param name="handle">Gives the element of an index.</param>
    /// <param name="cancellationToken">Stops between two fields.</param>
    public async Task SubmitAsync(FactsForm form, Func<int, Task<IElementHandle>> handle, CancellationToken cancellationToken)
    {
        var radios = new HashSet<string>();
        IElementHandle? last = null;
        foreach (var field in form.Fields)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (field.ReadOnly || (field.Type == "radio" && !radios.Add(field.Name ?? "")) || (field.Value.Length > 0 && field.Type is not ("checkbox" or "radio")))
            {
                continue;
            }

            last = await FillAsync(field, await handle(field.Element)) ?? last;
        }

        if (form.Submit is { } submit)
        {
            await (await handle(submit)).ClickAsync(new() { Timeout = Limit }).WaitAsync(cancellationToken);
            return;
        }

        // Enter in a field sends a form with one field; with more and no button only a script can.
        var sender = last ?? await handle(form.Fields[0].Element);
        await (form.Fields.Count == 1
            ? sender.PressAsync("Enter", new() { Timeout = Limit })
            : sender.EvaluateAsync("(f) => f.form?.requestSubmit()")).WaitAsync(cancellationToken);
    }

    /// <summary>A text for a field that belongs to no form.</summary>
    public string TextFor(ElementFingerprint print) => values.For(new FormField
    {
        ElementId = "",
        Name = print.NameAttribute ?? print.Id,
        Type = print.Tag == "textarea" ? "textarea" : print.Type ?? "text",
        Label = print.Name,
    })?.Text ?? "test";

    private async Task<IElementHandle?> FillAsync(FactsField field, IElementHandle element)
    {
        if (field.Type == "file")
        {
            await ChooseFileAsync(field, element);
            return null;
        }

        if (!await element.IsVisibleAsync() || !await element.IsEnabledAsync())
        {
            return null;
        }

        switch (values.For(field.ToField("")))
        {
            case { Text: { } text }:
                await element.FillAsync(text, new() { Timeout = Limit });
                return element;
            case { Option: { } option }:
                await element.SelectOptionAsync(new SelectOptionValue { Label = option }, new() { Timeout = Limit });
                return null;
            case { Checked: true } when field.Type == "radio" || field.Required || Agreements.Is(field.Label):
                await element.CheckAsync(new() { Timeout = Limit });
                return null;
            default:
                return null;
        }
    }

    // A page's own picture of a button often hides the field itself; files are chosen all the same.
    private static async Task ChooseFileAsync(FactsField field, IElementHandle element)
    {
        try
        {
            var sample = SampleFile.For(field.Accept);
            await element.SetInputFilesAsync(new FilePayload { Name = sample.Name, MimeType = sample.MimeType, Buffer = sample.Content }, new() { Timeout = Limit });
        }
        catch (PlaywrightException) when (!field.Required)
        {
            // One that takes whole folders only, which the form does without.
        }
    }
}
