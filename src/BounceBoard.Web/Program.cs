using BounceBoard.Web;
using BounceBoard.Web.Hosting;
using MudBlazor.Services;

var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published ? AppContext.BaseDirectory : null });
builder.WebHost.UseStaticWebAssets();
builder.Services.AddMudServices();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddCascadingAuthenticationState();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddAuthorization();

var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapTheme();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
