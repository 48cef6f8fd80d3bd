using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>What a form is worth to the business, 0 to 1.</summary>
internal static class FormValue
{
    public static double Of(PageForm form) => form.Purpose switch
    {
        FormPurpose.Login => 1.0,
        FormPurpose.Registration => 1.0,
        FormPurpose.Contact => 0.9,
        FormPurpose.Search => 0.8,
        _ => form.Method == "get" ? 0.7 : 0.9,
    };
}
