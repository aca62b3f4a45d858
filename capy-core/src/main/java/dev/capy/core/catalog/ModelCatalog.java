package dev.capy.core.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Every model of every edition; which of them an edition knows, and in what order, its document says. Ids are the API's
 * own; display names, providers and who may be a Captain are inferred from them. Immutable and thread-safe.
 */
public final class ModelCatalog {

    /** What a Captain or a Build agent uses when nobody chose. */
    public static final String DEFAULT = "claude-opus-4-8";

    private static final List<Model> MODELS = List.of(
            new Model("claude-opus-4-8", "Claude Opus 4.8", "Anthropic", true),
            new Model("claude-opus-4-7", "Claude Opus 4.7", "Anthropic", true),
            new Model("claude-opus-4-6", "Claude Opus 4.6", "Anthropic", true),
            new Model("claude-opus-4-5", "Claude Opus 4.5", "Anthropic", true),
            new Model("claude-sonnet-4-6", "Claude Sonnet 4.6", "Anthropic", true),
            new Model("claude-haiku-4-5", "Claude Haiku 4.5", "Anthropic", false),
            new Model("gpt-5.5", "GPT-5.5", "OpenAI", true),
            new Model("gpt-5.5-pro", "GPT-5.5 Pro", "OpenAI", true),
            new Model("gpt-5.4", "GPT-5.4", "OpenAI", true),
            new Model("gpt-5.4-mini", "GPT-5.4 mini", "OpenAI", false),
            new Model("gpt-5.3-codex", "GPT-5.3 Codex", "OpenAI", true),
            new Model("gpt-5.3-codex-spark", "GPT-5.3 Codex Spark", "OpenAI", false),
            new Model("gemini-3.1-pro-preview", "Gemini 3.1 Pro (preview)", "Google", true),
            new Model("gemini-3-flash-preview", "Gemini 3 Flash (preview)", "Google", false),
            new Model("grok-4-1-fast", "Grok 4.1 Fast", "xAI", true),
            new Model("glm-5.2", "GLM-5.2", "Z.ai", true),
            new Model("glm-5.1", "GLM-5.1", "Z.ai", true),
            new Model("glm-5v-turbo", "GLM-5V Turbo", "Z.ai", false),
            new Model("glm-5", "GLM-5", "Z.ai", true),
            new Model("deepseek-v4-pro", "DeepSeek V4 Pro", "DeepSeek", true),
            new Model("glm-5-turbo", "GLM-5 Turbo", "Z.ai", false),
            new Model("glm-4.7", "GLM-4.7", "Z.ai", true),
            new Model("kimi-k2.7-code", "Kimi K2.7 Code", "Moonshot AI", true),
            new Model("kimi-k2.6", "Kimi K2.6", "Moonshot AI", true),
            new Model("qwen3-coder", "Qwen3 Coder", "Alibaba", true),
            new Model("claude-fable-5", "Claude Fable 5", "Anthropic", true),
            new Model("claude-sonnet-5", "Claude Sonnet 5", "Anthropic", true),
            new Model("gpt-5.6-sol", "GPT-5.6 Sol", "OpenAI", true),
            new Model("gpt-5.6-terra", "GPT-5.6 Terra", "OpenAI", true),
            new Model("gpt-5.6-luna", "GPT-5.6 Luna", "OpenAI", true),
            new Model("grok-4-5", "Grok 4.5", "xAI", true),
            new Model("composer-2.5-fast", "Composer 2.5 Fast", "Cursor", false),
            new Model("auto", "Auto", "Capy", true),
            new Model("claude-sonnet-4-5", "Claude Sonnet 4.5", "Anthropic", true),
            new Model("gpt-5.4-fast", "GPT-5.4 Fast", "OpenAI", true),
            new Model("gpt-5.3-codex-fast", "GPT-5.3 Codex Fast", "OpenAI", true),
            new Model("gpt-5.2-codex", "GPT-5.2 Codex", "OpenAI", true),
            new Model("gpt-5.2-codex-fast", "GPT-5.2 Codex Fast", "OpenAI", true),
            new Model("gpt-5.2", "GPT-5.2", "OpenAI", true),
            new Model("gpt-5.2-fast", "GPT-5.2 Fast", "OpenAI", true),
            new Model("gpt-5.2-pro", "GPT-5.2 Pro", "OpenAI", true),
            new Model("gpt-5.1", "GPT-5.1", "OpenAI", true),
            new Model("gpt-5.1-codex", "GPT-5.1 Codex", "OpenAI", true),
            new Model("gpt-5.1-codex-max", "GPT-5.1 Codex Max", "OpenAI", true),
            new Model("gpt-5", "GPT-5", "OpenAI", true),
            new Model("gpt-5-codex", "GPT-5 Codex", "OpenAI", true),
            new Model("gemini-3.1-pro", "Gemini 3.1 Pro", "Google", true),
            new Model("gemini-3-pro", "Gemini 3 Pro", "Google", true),
            new Model("gemini-3-flash", "Gemini 3 Flash", "Google", false),
            new Model("grok-4.1-fast", "Grok 4.1 Fast", "xAI", true),
            new Model("grok-4", "Grok 4", "xAI", true),
            new Model("kimi-k2", "Kimi K2", "Moonshot AI", true),
            new Model("kimi-k2.5", "Kimi K2.5", "Moonshot AI", true),
            new Model("qwen-3-coder", "Qwen 3 Coder", "Alibaba", true));

    /** All models. */
    public List<Model> all() {
        return MODELS;
    }

    /** The model with this id. */
    public Optional<Model> find(String id) {
        return MODELS.stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
