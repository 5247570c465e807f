/* Pressmark.exe and pressmark.exe: load the Python beside them, and let it run Pressmark.
 *
 * RUNTIME is where that Python lies, seen from the program. Python is run inside this process, so
 * that the task list, the task bar and the firewall say Pressmark.
 */
#include <windows.h>

typedef int (*py_main)(int, wchar_t **);

static int failed(const wchar_t *words)
{
#ifdef WINDOW
    MessageBoxW(NULL, words, L"Pressmark", MB_OK | MB_ICONERROR);
#else
    DWORD written;
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    WriteConsoleW(out, words, lstrlenW(words), &written, NULL);
    WriteConsoleW(out, L"\r\n", 2, &written, NULL);
#endif
    return 1;
}

static int run(int count, wchar_t **words)
{
    static wchar_t place[32768], library[32768];
    wchar_t **given = HeapAlloc(GetProcessHeap(), 0, (count + 4) * sizeof *given);
    DWORD length = GetModuleFileNameW(NULL, place, 32000);
    HMODULE python;
    py_main main_of_python;
    int each;

    if (!given || !length || length >= 32000)
        return failed(L"Pressmark does not find its own folder.");
    while (length && place[length - 1] != L'\\')
        length--;
    place[length] = 0;
    lstrcpyW(library, place);
    lstrcatW(library, RUNTIME L"\\python313.dll");
    python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    main_of_python = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!main_of_python)
        return failed(L"Pressmark is incomplete: please install it again.");
    lstrcatW(place, RUNTIME L"\\python.exe");
    given[0] = place;
    given[1] = L"-m";
    given[2] = L"pressmark_start";
    for (each = 1; each < count; each++)
        given[each + 2] = words[each];
    given[count + 2] = NULL;
    return main_of_python(count + 2, given);
}

#ifdef WINDOW
#include <shellapi.h>

int WINAPI wWinMain(HINSTANCE own, HINSTANCE before, LPWSTR line, int show)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    (void)own, (void)before, (void)line, (void)show;
    return words ? run(count, words) : failed(L"Pressmark cannot read how it was started.");
}
#else
int wmain(int count, wchar_t **words)
{
    return run(count, words);
}
#endif
