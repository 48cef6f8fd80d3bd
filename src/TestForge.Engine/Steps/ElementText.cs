namespace TestForge.Engine.Steps;

/// <summary>What an element says: of a select the chosen option, of a field its value, else its visible text.</summary>
internal static class ElementText
{
    public const string Script = "e => (e.localName === 'select' ? [...e.selectedOptions].map((o) => o.label).join(' ')"
        + " : e.localName === 'input' || e.localName === 'textarea' ? (e.type === 'password' ? '' : e.value) : (e.innerText ?? e.textContent ?? '')).slice(0, 2000)";
}
